"""The time by which days begin and end."""

from datetime import timedelta, timezone

TIME_ZONE = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""The zone of every hour in a document, +07:00 all year."""
