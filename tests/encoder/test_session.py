import pickle
import shutil
from pathlib import Path

import pytest

from regesta import shipped
from regesta.annotate.acts import network
from regesta.dedupe import cross_encoder
from regesta.encoder import encoder, session
from regesta.errors import ConfigError

NETWORKS = sorted(path for module in (encoder, network, cross_encoder) for path in module.WEIGHTS.glob("*.onnx"))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package whose files may be broken, with the hashes of ours."""
    monkeypatch.setattr(shipped, "PACKAGE", tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", NETWORKS, ids=lambda path: path.stem)
def test_a_changed_or_missing_network_is_refused(path: Path, package: Path) -> None:
    copy = package / path.relative_to(Path(shipped.__file__).parent)
    copy.parent.mkdir(parents=True)
    shutil.copy(path, copy)
    with copy.open("ab") as file:
        file.write(b" ")
    with pytest.raises(ConfigError, match="is not the file that was shipped; install Regesta again") as changed:
        session.load_session(copy)
    copy.unlink()
    with pytest.raises(ConfigError, match=r"cannot be read .*; install Regesta again") as missing:
        session.load_session(copy)
    for caught in (changed, missing):
        assert str(copy) in str(caught.value)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_changed_tokenizer_is_refused(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = package / "encoder" / "weights"
    folder.mkdir(parents=True)
    monkeypatch.setattr(encoder, "WEIGHTS", folder)
    with pytest.raises(ConfigError, match=r"tokenizer\.json: cannot be read .*; install Regesta again"):
        encoder.load_encoder.__wrapped__()
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"tokenizer\.json: is not the file that was shipped"):
        encoder.load_encoder.__wrapped__()


def test_a_file_that_does_not_ship_is_refused(package: Path) -> None:
    (package / "other.onnx").write_bytes(b"")
    with pytest.raises(ConfigError, match="is no file that Regesta ships"):
        session.load_session(package / "other.onnx")
