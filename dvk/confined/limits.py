"""What the process may not do: limits of the system, where it has any."""

from contextlib import suppress

MOST_MEMORY = 1 << 30


def give_up_what_is_not_needed() -> None:
    """From here on: no more memory than this, no file written, none left after a crash."""
    try:
        import resource
    except ImportError:  # Windows: there the time alone is limited, from outside
        return
    for limit, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def give_up_time(seconds: int) -> None:
    """End by itself, should the process that asked be killed before this one."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    end = int(used.ru_utime + used.ru_stime) + seconds + 1
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.getrlimit(resource.RLIMIT_CPU)[1]))
