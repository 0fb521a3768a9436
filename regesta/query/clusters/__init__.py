"""Which events are one happening: clusters of tellings, with what persons decided, kept up to date as columns."""
