"""A run spread over the machines of a Dask cluster."""
