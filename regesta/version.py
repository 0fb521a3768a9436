"""The version of Regesta."""

__version__ = "0.3.0"
