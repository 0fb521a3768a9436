"""The version of Regesta."""

__version__ = "0.16.0"
