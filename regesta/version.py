"""The version of Regesta."""

__version__ = "0.5.0"
