"""`regesta plugins`: what is installed."""


def plugins() -> None:
    """List the installed stages, readers, stores, runners, exporters and importers.

    Example: regesta plugins
    """
    from regesta.plugins import GROUPS, names

    for group in GROUPS:
        print(f"{group}: {', '.join(names(group))}")
