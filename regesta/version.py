"""The version of Regesta."""

__version__ = "0.17.0"
