#!/bin/sh
# Becomes the program this image was built for, so that it gets the signals itself.
exec python -m "$MODULE" "$@"
