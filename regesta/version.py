"""The version of Regesta."""

__version__ = "0.9.0"
