"""A real Spark master with two workers on 127.0.0.1."""

import contextlib
import os
import socket
import subprocess
import tempfile
import time
from pathlib import Path


@contextlib.contextmanager
def cluster():
    """The address of a master that two workers have joined; all three end with the block."""
    import pyspark

    home = Path(pyspark.__file__).parent
    port = free_port()
    master = f"spark://127.0.0.1:{port}"
    start = [str(home / "bin" / "spark-class")]
    # The daemons write their pages and the work of executors there.
    with tempfile.TemporaryDirectory() as work, contextlib.ExitStack() as ends:
        environment = dict(os.environ, SPARK_HOME=str(home), SPARK_LOCAL_IP="127.0.0.1", SPARK_DAEMON_MEMORY="256m")

        def daemon(name, *arguments):
            log = open(Path(work) / f"{name}.log", "w+", encoding="utf-8")
            ends.callback(log.close)
            process = subprocess.Popen(
                [*start, *arguments], env=environment, cwd=work, stdout=log, stderr=subprocess.STDOUT
            )
            ends.callback(end, process)
            return Path(work) / f"{name}.log"

        deploy = "org.apache.spark.deploy"
        address = ["--host", "127.0.0.1", "--webui-port", "0"]
        log = daemon("master", f"{deploy}.master.Master", *address, "--port", str(port))
        wait_for(log, "I have been elected leader", 1)
        for worker in ("one", "two"):
            size = ["--cores", "1", "--memory", "1g", "--work-dir", f"{work}/{worker}"]
            daemon(worker, f"{deploy}.worker.Worker", *address, *size, master)
        wait_for(log, "Registering worker", 2)
        yield master


def wait_for(log, words, times):
    """Waits until the log says `words` so many times. A JVM starts in seconds, on a machine at work in ten."""
    deadline = time.monotonic() + 120
    while log.read_text(encoding="utf-8").count(words) < times:
        if time.monotonic() > deadline:
            raise RuntimeError(f"Spark never said “{words}” {times} times:\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.2)


def end(process):
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
