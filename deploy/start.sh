#!/bin/sh
# Becomes the module this image was built for, so that it gets the signals itself.
exec python -m "$MODULE" "$@"
