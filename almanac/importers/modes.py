"""Modes: what a model is for, read off its id and its modalities where upstream does not say it."""

import re
from collections.abc import Collection

_BY_NAME = (
    ("rerank", re.compile(r"(?<![a-z])re-?rank")),
    ("embedding", re.compile(r"embed|(?<![a-z])(bge|gte|e5)-|^voyage-(?!.*rerank)|multilingual-e5")),
    ("moderation", re.compile(r"moderation")),
    ("ocr", re.compile(r"(?<![a-z])ocr(?![a-z])")),
    ("transcription", re.compile(r"whisper|transcribe|-stt(?![a-z])|(?<![a-z])asr(?![a-z])|^nova-3$")),
    ("realtime", re.compile(r"realtime")),
    ("router", re.compile(r"^(auto|model-router|router)$")),
)
_BY_OUTPUT = (("video", "video"), ("image", "image"), ("audio", "speech"))


def mode_of(name: str, output: Collection[str] = ()) -> str:
    """Return the mode of a model: by a word in its id, else by what it puts out when that is not text; else chat."""
    lower = name.lower()
    for mode, pattern in _BY_NAME:
        if pattern.search(lower):
            return mode
    if output and "text" not in output:
        return next((mode for kind, mode in _BY_OUTPUT if kind in output), "chat")
    return "chat"
