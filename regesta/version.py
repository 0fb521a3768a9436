"""The version of Regesta."""

__version__ = "0.7.0"
