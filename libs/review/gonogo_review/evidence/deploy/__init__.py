"""How it is deployed and checked: compose files, manifests, workflows."""
