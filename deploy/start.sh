#!/bin/sh
# Becomes the program this image was built for, so that it gets the signals itself.
if [ "$MODULE" = gonogo_cli ]; then exec python -c 'from gonogo_cli.main import main; main()' "$@"; fi
exec python -m "$MODULE" "$@"
