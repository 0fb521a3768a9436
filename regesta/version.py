"""The version of Regesta."""

__version__ = "0.15.0"
