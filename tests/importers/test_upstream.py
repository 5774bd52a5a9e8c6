"""Upstream files: read with exact numbers, told apart by their shape, refused in sentences."""

from decimal import Decimal
from pathlib import Path

import pytest

from almanac.importers import upstream
from almanac.importers.upstream import load
from almanac.problems import MachineError, UsageError
from almanac.units.dates import parse_day

AT = parse_day("2026-06-14")

API = '{"acme": {"id": "acme", "models": {}}}'
MODELS = '{"acme/one": {"id": "acme/one", "name": "One", "limit": {}}}'
HISTORY = '{"about": "", "routes": [{"provider": "acme", "model": "one", "history": []}]}'
SHAPES = [
    ("modelsdev", "a.json", API, "modelsdev-api"),
    ("modelsdev", "a.json", MODELS, "modelsdev-models"),
    ("modelsdev", "a.json", HISTORY, "price-history"),
    ("modelsdev", "a.json", '{"acme/one": "acme/one"}', "modelsdev-pointers"),
    ("litellm", "a.json", '{"s": {}, "one": {"litellm_provider": "acme", "mode": "chat"}}', "litellm-prices"),
    ("litellm", "a.json", '{"sample_spec": "a date", "one": "2026-01-01"}', "litellm-deprecations"),
    ("openrouter", "a.json", '{"data": [{"id": "acme/one", "pricing": {}}]}', "openrouter-models"),
    ("openrouter", "a.json", '{"data": {"id": "acme/one", "endpoints": []}}', "openrouter-endpoints"),
    ("aider", "a.yml", "- {model: one, edit_format: diff}\n", "aider-polyglot"),
    ("epoch", "a.csv", "\ufefftask,model,Status\nGPQA,one,success\n", "epoch-runs"),
    ("llmstats", "a.json", '{"acme/one": {"name": "One", "qualitative_metrics": []}}', "llmstats-models"),
]


def written(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(("source", "name", "text", "shape"), SHAPES)
def test_a_file_is_known_by_its_shape(tmp_path: Path, source: str, name: str, text: str, shape: str) -> None:
    (file,) = load([written(tmp_path, name, text)], source, AT)
    assert (file.shape, file.name, file.at) == (shape, name, AT)


def test_no_number_passes_through_a_float(tmp_path: Path) -> None:
    text = (
        '{"one": {"litellm_provider": "a", "mode": "chat", "cost": 0.1000000000000000055511151231257827, "e": 3e-07}}'
    )
    (file,) = load([written(tmp_path, "a.json", text)], "litellm", AT)
    assert isinstance(file.data, dict)
    assert file.data["one"]["cost"] == Decimal("0.1000000000000000055511151231257827")
    assert file.data["one"]["e"] == Decimal("3e-07")


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    (file,) = load([written(tmp_path, "a.csv", "\ufefftask,model,Status\nGPQA,one,ok\n")], "epoch", AT)
    assert file.data == [{"task": "GPQA", "model": "one", "Status": "ok"}]


def test_of_two_equal_keys_the_last_counts_as_for_upstreams_own_readers(tmp_path: Path) -> None:
    entry = '{"litellm_provider": "a", "mode": "chat", "n": %d}'
    (file,) = load([written(tmp_path, "a.json", f'{{"one": {entry % 1}, "one": {entry % 2}}}')], "litellm", AT)
    assert isinstance(file.data, dict)
    assert file.data["one"]["n"] == 2


REFUSED = [
    ("a.json", "{", "is not JSON"),
    ("a.json", '{"one": NaN}', "NaN is not a number"),
    ("a.json", "[" * 200_000, "nested deeper"),
    ("a.json", '{"acme": 1}', "has the shape of nothing"),
    ("a.json", "[]", "has the shape of nothing"),
    ("a.txt", "x", "is no upstream file"),
    ("a.yml", "a: &b 1\n", "is not YAML that can be trusted: line 1"),
    ("a.csv", 'a,b\n"x', "is not CSV"),
]


@pytest.mark.parametrize(("name", "text", "said"), REFUSED)
def test_a_file_that_is_no_catalogue_is_refused_in_a_sentence(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        load([written(tmp_path, name, text)], "modelsdev", AT)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"a": "\xff"}')
    with pytest.raises(UsageError, match="is not UTF-8 text at byte 7"):
        load([str(tmp_path / "a.json")], "modelsdev", AT)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "b.json").mkdir()
    with pytest.raises(UsageError, match="There is no file"):
        load([str(tmp_path / "a.json")], "modelsdev", AT)
    with pytest.raises(UsageError, match="is a folder"):
        load([str(tmp_path / "b.json")], "modelsdev", AT)


def test_a_disk_that_fails_is_the_machines_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, **_: object) -> str:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, "a.json", "{}")
    monkeypatch.setattr(Path, "read_text", fail)
    with pytest.raises(MachineError, match="Permission denied"):
        load([path], "modelsdev", AT)


def test_a_file_larger_than_any_catalogue_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upstream, "LARGEST", 10)
    with pytest.raises(UsageError, match="more than 10 bytes"):
        load([written(tmp_path, "a.json", API)], "modelsdev", AT)


def test_two_files_of_one_kind_are_refused_but_for_endpoints(tmp_path: Path) -> None:
    paths = [written(tmp_path, name, API) for name in ("a.json", "b.json")]
    with pytest.raises(UsageError, match="Two files of the shape modelsdev-api"):
        load(paths, "modelsdev", AT)
    one = '{"data": {"id": "acme/one", "endpoints": []}}'
    paths = [written(tmp_path, name, one) for name in ("a.json", "b.json")]
    assert len(load(paths, "openrouter", AT)) == 2


def test_a_source_that_nobody_knows_has_no_shapes(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="known are nothing"):
        load([written(tmp_path, "a.json", API)], "nobody", AT)
