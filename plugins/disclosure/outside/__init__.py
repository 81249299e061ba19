"""Links to other sites: where they stand, and whether they still lead somewhere.

Asked for by `disclosure links --external` alone. A build never asks another host: its result may
not depend on one.
"""
