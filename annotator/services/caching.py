"""Replies that are known already, so that the same request is never sent twice."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from annotator import paths
from annotator.domain.model import Question
from annotator.llm.protocol import Reply
from annotator.services import replies
from annotator.services.replies import Answered
from annotator.storage.database import Db
from annotator.storage.reply_cache import ReplyCache


class Cache(StrEnum):
    """Where a run looks for replies before it asks for them."""

    NONE = "none"
    PROJECT = "this project"
    SHARED = "all projects"


class KnownReplies:
    """The replies known to one run. All of it belongs on the thread that owns the project's write connection."""

    def __init__(self, question: Question, *, shared: bool) -> None:
        self._question = question
        self._shared = ReplyCache(paths.reply_cache()) if shared else None

    def find(self, db: Db, request_hashes: Sequence[str]) -> dict[str, Reply]:
        """Replies by the requests' hashes: this project's own, then those of others."""
        in_use = {None, *(label.id for label in self._question.labels)}
        known = replies.known(db, request_hashes)  # also of labels that went and came again under their names
        found = {hash_: reply for hash_, reply in known.items() if reply.label_id in in_use}
        if self._shared is not None:
            others = self._shared.find([hash_ for hash_ in request_hashes if hash_ not in found])
            for hash_, text in others.items():
                if (reply := replies.from_portable(text, self._question)) is not None:
                    found[hash_] = reply
        return found

    def keep(self, batch: Sequence[Answered]) -> None:
        """Let other projects have the replies that were just saved."""
        if self._shared is not None:
            came = [each for each in batch if each.reply is not None and each.call.requests]
            self._shared.keep({e.call.request_hash: replies.portable(e.reply, self._question) for e in came if e.reply})

    def close(self) -> None:
        if self._shared is not None:
            self._shared.close()
