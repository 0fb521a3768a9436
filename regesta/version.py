"""The version of Regesta."""

__version__ = "0.6.0"
