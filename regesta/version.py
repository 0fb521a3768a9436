"""The version of Regesta."""

__version__ = "0.13.0"
