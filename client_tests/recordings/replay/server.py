# SPDX-License-Identifier: MIT
"""A graphfault of our own for the length of a run."""

import json
import os
import pathlib
import subprocess
import tempfile
import time


class Server:
    """Starts a program with a folder of scenarios on free ports; leaving `with` ends it."""

    def __init__(self, binary, scenarios):
        self._folder = tempfile.TemporaryDirectory()
        self._ready = pathlib.Path(self._folder.name) / "ready.json"
        log = open(pathlib.Path(self._folder.name) / "log", "w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [binary, "serve", "--scenarios", scenarios, "--no-marks", "--host", "127.0.0.1",
             "--port", "0", "--https-port", "0", "--control-port", "0",
             "--ca-dir", self._folder.name + "/ca", "--ready-file", str(self._ready)],
            stdout=log, stderr=subprocess.STDOUT,
            env={name: value for name, value in os.environ.items() if "PROXY" not in name.upper()})
        self._log = log

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
        self._log.close()
        self._folder.cleanup()

    def base(self, patience=60.0):
        """Scheme and host to call, once the server is ready; raises RuntimeError with its log where
        it ends or is not ready within `patience` seconds."""
        end = time.monotonic() + patience
        while time.monotonic() < end and self._process.poll() is None:
            if self._ready.exists() and self._ready.stat().st_size > 0:
                return json.loads(self._ready.read_text(encoding="utf-8"))["http"]
            time.sleep(0.02)
        self._log.seek(0)
        raise RuntimeError("the server is not ready:\n" + self._log.read())
