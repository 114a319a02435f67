"""How gunicorn serves the place. Read in its first process, before gevent has patched anything: no import of ours here.

`toimi serve` adds the address to listen on.
"""

import signal

worker_class = "gevent"
workers = 1  # one process has all rooms in memory; more need PostgreSQL
worker_connections = 2000
graceful_timeout = 3  # seconds that a stopping server waits for answers under way
control_socket_disable = True
loglevel = "warning"


def post_worker_init(worker):
    """Farewell first: without it a stop would wait for every open socket."""
    import gevent

    from workshop.serving import leave
    from workshop.waste import keep_searching

    keep_searching(worker.wsgi)
    stop = worker.handle_exit

    def leave_and_stop(number, frame):
        gevent.spawn(leave, worker.wsgi)
        stop(number, frame)

    signal.signal(signal.SIGTERM, leave_and_stop)
