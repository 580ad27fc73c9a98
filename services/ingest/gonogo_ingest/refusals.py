"""Why an upload is refused: one place for the codes and the sentences that clients see."""

from gonogo_platform.problems import Problem


def unauthorized(detail: str) -> Problem:
    """No usable key."""
    return Problem(401, "unauthorized", "A key is needed", detail).with_header("WWW-Authenticate", "Bearer")


def forbidden(detail: str) -> Problem:
    """A key that may not do this."""
    return Problem(403, "forbidden", "This key may not do that", detail)


def too_many(seconds: int) -> Problem:
    """The key's rate is used up."""
    detail = f"this key has sent too many uploads; try again in {seconds} s"
    return Problem(429, "too-many-uploads", "Too many uploads", detail).with_header("Retry-After", str(seconds))


def too_large(what: str, limit: int) -> Problem:
    """Over a size limit."""
    detail = f"{what} is larger than {limit:,} bytes; send a smaller one, or ask the operator to raise the limit"
    return Problem(413, "too-large", "Too large", detail, limit=limit)


def too_many_files(limit: int) -> Problem:
    """Over the number of files."""
    return Problem(413, "too-many-files", "Too many files", f"an upload has at most {limit} files", limit=limit)


def not_multipart(detail: str) -> Problem:
    """The body is not what the address takes."""
    help_text = (
        "send multipart/form-data with one 'report', any number of 'evidence', and the fields 'project' and 'release'"
    )
    return Problem(400, "multipart-malformed", "Not a readable upload", f"{detail}; {help_text}")


def bad_field(name: str, detail: str) -> Problem:
    """A field that is missing or of the wrong form."""
    return Problem(422, "field-invalid", "A field is missing or wrong", f"'{name}': {detail}", field=name)


def bad_file(code: str, name: str, detail: str, status: int = 422) -> Problem:
    """A file that cannot be taken."""
    return Problem(status, code, "A file cannot be taken", f"'{name}': {detail}", file=name)


def conflict() -> Problem:
    """The idempotency key was used for another request."""
    detail = "this Idempotency-Key came with a different request before; use a new key for a new upload"
    return Problem(409, "idempotency-conflict", "The key was used for something else", detail)


def too_slow(seconds: float) -> Problem:
    """The client took too long."""
    return Problem(
        408, "too-slow", "The upload took too long", f"the upload took longer than {seconds:g} s; nothing was stored"
    )


def no_room() -> Problem:
    """The disk for uploads on their way in is full or gone."""
    detail = "there is no room for uploads just now; nothing was stored, try again in a minute"
    return Problem(507, "no-room", "No room", detail).with_header("Retry-After", "60")
