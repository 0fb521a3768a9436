"""The version of Regesta."""

__version__ = "0.14.0"
