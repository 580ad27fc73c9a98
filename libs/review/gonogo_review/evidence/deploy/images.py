"""Names of container images."""


def pinned(image: str) -> bool:
    """Whether an image names one version: a digest, or a tag other than `latest`."""
    if "@sha256:" in image:
        return True
    _, colon, tag = image.rpartition("/")[2].partition(":")
    return bool(colon) and tag not in {"", "latest"}
