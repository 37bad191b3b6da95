"""The entry in the menu of a Mac's Finder: a Quick Action, which is a folder with two property lists.

macOS looks for them in `~/Library/Services`. `Info.plist` tells the Finder what stands in the menu and for which files;
`document.wflow` is a workflow of Automator's with one step, "Run Shell Script", which gets the files as arguments.
"""

from __future__ import annotations

import plistlib
import shlex
from collections.abc import Mapping
from pathlib import Path

SHELL = "/bin/sh"
AS_ARGUMENTS = 1
"""How the step hands over the files: not on its standard input (0), where a line break in a name would cut it."""
FINDER = "com.apple.finder"
FILES = "com.apple.Automator.fileSystemObject"
NOTHING = "com.apple.Automator.nothing"


def quick_action(folder: Path, name: str, command: tuple[str, ...]) -> Mapping[Path, str]:
    """The files of a Quick Action, by their path, in the order in which they are to be written.

    `folder` is the action's own, `NAME.workflow`. The Finder knows an action by its `Info.plist`: that comes last, so
    that no half of one ever stands in the menu.
    """
    return {
        folder / "Contents" / "document.wflow": _text(_workflow(shell_line(command))),
        folder / "Contents" / "Info.plist": _text(_services(name)),
    }


def shell_line(command: tuple[str, ...]) -> str:
    """What the step runs, in sh and zsh alike.

    1 is a file that has errors: the page tells them, and Automator must not call that a breakdown.
    """
    return f'{shlex.join(command)} "$@" || test $? -eq 1\n'


def _text(tree: Mapping[str, object]) -> str:
    return plistlib.dumps(tree, sort_keys=False).decode("utf-8")


def _services(name: str) -> Mapping[str, object]:
    service = {
        "NSMenuItem": {"default": name},
        "NSMessage": "runWorkflowAsService",
        "NSRequiredContext": {"NSApplicationIdentifier": FINDER},
        "NSSendFileTypes": ["public.item"],
    }
    return {"NSServices": [service]}


def _workflow(line: str) -> Mapping[str, object]:
    return {
        "AMApplicationBuild": "523",
        "AMApplicationVersion": "2.10",
        "AMDocumentVersion": "2",
        "actions": [{"action": _run_shell_script(line), "isViewVisible": 1}],
        "connectors": {},
        "workflowMetaData": {
            "workflowTypeIdentifier": "com.apple.Automator.servicesMenu",
            "serviceApplicationBundleID": FINDER,
            "serviceApplicationPath": "/System/Library/CoreServices/Finder.app",
            "serviceInputTypeIdentifier": FILES,
            "serviceOutputTypeIdentifier": NOTHING,
            "serviceProcessesInput": 0,
            "inputTypeIdentifier": FILES,
            "outputTypeIdentifier": NOTHING,
            "processesInput": 0,
            "useAutomaticInputType": 0,
        },
    }


def _run_shell_script(line: str) -> Mapping[str, object]:
    """The one step, as Automator saves it; the three ids only have to differ."""
    texts = {"Container": "List", "Types": ["com.apple.cocoa.string"]}
    return {
        "AMAccepts": {**texts, "Optional": True},
        "AMActionVersion": "2.0.3",
        "AMApplication": ["Automator"],
        "AMParameterProperties": {
            key: {} for key in ("COMMAND_STRING", "CheckedForUserDefaultShell", "inputMethod", "shell", "source")
        },
        "AMProvides": texts,
        "ActionBundlePath": "/System/Library/Automator/Run Shell Script.action",
        "ActionName": "Run Shell Script",
        "ActionParameters": {
            "COMMAND_STRING": line,
            "CheckedForUserDefaultShell": True,
            "inputMethod": AS_ARGUMENTS,
            "shell": SHELL,
            "source": "",
        },
        "BundleIdentifier": "com.apple.RunShellScript",
        "CFBundleVersion": "2.0.3",
        "CanShowSelectedItemsWhenRun": False,
        "CanShowWhenRun": True,
        "Category": ["AMCategoryUtilities"],
        "Class Name": "RunShellScriptAction",
        "InputUUID": "5E0B9C5B-7C0A-4C1B-9C64-0E3B4E1D7A01",
        "OutputUUID": "5E0B9C5B-7C0A-4C1B-9C64-0E3B4E1D7A02",
        "UUID": "5E0B9C5B-7C0A-4C1B-9C64-0E3B4E1D7A03",
        "Keywords": ["Shell", "Script", "Command", "Run", "Unix"],
        "UnlocalizedApplications": ["Automator"],
        "arguments": {},
        "isViewVisible": 1,
    }
