/* A disk and a clock that misbehave: loaded before libc (LD_PRELOAD), it lets calls on chosen files fail.

   FAULTY_CONTROL names a file with one line, read anew at each call: ERRNO AFTER CALLS SECONDS PATTERN
   From the call after the AFTER-th on, each of CALLS (w: write, s: sync, t: truncate, r: read, o: open for writing)
   on a file whose path contains PATTERN fails with ERRNO; with 0 all is well. A disk that fails with ENOSPC says
   that it has no room. The clock is SECONDS late. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name)

static char seen[512];
static long passed;

static int control(char *line, int size)
{
    const char *path = getenv("FAULTY_CONTROL");
    int file = path ? (int) syscall(SYS_openat, AT_FDCWD, path, O_RDONLY) : -1;
    long length = file < 0 ? 0 : syscall(SYS_read, file, line, size - 1);
    if (file >= 0) syscall(SYS_close, file);
    line[length > 0 ? length : 0] = 0;
    return length > 0;
}

static int fails(char call, const char *path)
{
    char line[512], calls[16], pattern[256];
    int code;
    long after, seconds;
    if (!control(line, sizeof line)) return 0;
    if (strcmp(line, seen)) {
        strcpy(seen, line);
        passed = 0;
    }
    if (sscanf(line, "%d %ld %15s %ld %255s", &code, &after, calls, &seconds, pattern) != 5) return 0;
    if (!code || !strchr(calls, call) || !strstr(path, pattern) || passed++ < after) return 0;
    errno = code;
    return 1;
}

static int fails_open(char call, int file)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    return fails(call, path);
}

#define OUTPUT(name, offset) \
    ssize_t name(int file, const void *bytes, size_t size, offset at) \
    { \
        REAL(ssize_t, #name, int, const void *, size_t, offset); \
        return fails_open('w', file) ? -1 : real(file, bytes, size, at); \
    }
OUTPUT(pwrite, off_t)
OUTPUT(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t size)
{
    REAL(ssize_t, "write", int, const void *, size_t);
    return fails_open('w', file) ? -1 : real(file, bytes, size);
}

#define INPUT(name, offset) \
    ssize_t name(int file, void *bytes, size_t size, offset at) \
    { \
        REAL(ssize_t, #name, int, void *, size_t, offset); \
        return fails_open('r', file) ? -1 : real(file, bytes, size, at); \
    }
INPUT(pread, off_t)
INPUT(pread64, off64_t)

ssize_t read(int file, void *bytes, size_t size)
{
    REAL(ssize_t, "read", int, void *, size_t);
    return fails_open('r', file) ? -1 : real(file, bytes, size);
}

#define ON_FILE(name, call) \
    int name(int file) \
    { \
        REAL(int, #name, int); \
        return fails_open(call, file) ? -1 : real(file); \
    }
ON_FILE(fsync, 's')
ON_FILE(fdatasync, 's')

#define TRUNCATE(name, offset) \
    int name(int file, offset length) \
    { \
        REAL(int, #name, int, offset); \
        return fails_open('t', file) ? -1 : real(file, length); \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        REAL(int, #name, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0; \
        va_end(rest); \
        if (flags & (O_WRONLY | O_RDWR | O_CREAT) && fails('o', path)) return -1; \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

int access(const char *path, int mode)
{
    REAL(int, "access", const char *, int);
    return mode & W_OK && fails('o', path) ? -1 : real(path, mode);
}

#define ROOM(name, what) \
    int name(const char *path, struct what *found) \
    { \
        char line[512]; \
        REAL(int, #name, const char *, struct what *); \
        int result = real(path, found); \
        if (!result && control(line, sizeof line) && atoi(line) == ENOSPC) found->f_bavail = 0; \
        return result; \
    }
ROOM(statvfs, statvfs)
ROOM(statvfs64, statvfs64)

int clock_gettime(clockid_t which, struct timespec *now)
{
    char line[512], calls[16], pattern[256];
    int code;
    long after, seconds = 0;
    REAL(int, "clock_gettime", clockid_t, struct timespec *);
    int result = real(which, now);
    if (which == CLOCK_REALTIME && control(line, sizeof line)
        && sscanf(line, "%d %ld %15s %ld %255s", &code, &after, calls, &seconds, pattern) == 5)
        now->tv_sec -= seconds;
    return result;
}
