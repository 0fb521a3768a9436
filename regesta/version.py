"""The version of Regesta."""

__version__ = "0.8.0"
