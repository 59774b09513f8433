; The installer for Windows, made by Inno Setup 6 from what packaging/build.py built:
;   iscc /DVersion=0.1.0 packaging\windows\annotator.iss
; build.py prints this line with the version in it.
#ifndef Version
  #error Say which version: iscc /DVersion=...
#endif

[Setup]
AppId={{7A1C9E52-3F0B-4C1D-9B57-52C6C1D0A7E4}
AppName=Annotator
AppVersion={#Version}
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Annotator
DefaultGroupName=Annotator
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\packaging\icons\annotator.ico
UninstallDisplayIcon={app}\annotatorw.exe
OutputDir=..\..\build\packaging
OutputBaseFilename=annotator-{#Version}-setup

[Files]
Source: "..\..\build\packaging\dist\annotator\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\build\packaging\icons\*.ico"; DestDir: "{app}\icons"; Flags: ignoreversion

[Icons]
Name: "{group}\Annotator"; Filename: "{app}\annotatorw.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.annotator"; ValueType: string; ValueData: "Annotator.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.annotator"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-annotator"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Annotator.Project"; ValueType: string; ValueData: "Annotator project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Annotator.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\icons\annotator.ico"
Root: HKA; Subkey: "Software\Classes\Annotator.Project\shell\open\command"; ValueType: string; ValueData: """{app}\annotatorw.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.annopack"; ValueType: string; ValueData: "Annotator.Package"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.annopack"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-annotator-package"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Annotator.Package"; ValueType: string; ValueData: "Annotator work package"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Annotator.Package\DefaultIcon"; ValueType: string; ValueData: "{app}\icons\annopack.ico"
Root: HKA; Subkey: "Software\Classes\Annotator.Package\shell\open\command"; ValueType: string; ValueData: """{app}\annotatorw.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.annoreturn"; ValueType: string; ValueData: "Annotator.Return"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.annoreturn"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-annotator-return"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Annotator.Return"; ValueType: string; ValueData: "Annotator return file"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Annotator.Return\DefaultIcon"; ValueType: string; ValueData: "{app}\icons\annoreturn.ico"
Root: HKA; Subkey: "Software\Classes\Annotator.Return\shell\open\command"; ValueType: string; ValueData: """{app}\annotatorw.exe"" ""%1"""

[Run]
Filename: "{app}\annotatorw.exe"; Description: "Start Annotator"; Flags: postinstall nowait skipifsilent
