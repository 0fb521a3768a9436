"""The version of Regesta."""

__version__ = "0.4.0"
