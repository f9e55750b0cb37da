"""dvk: run an emulation movement such as “Dân vận khéo” from plain YAML files in git."""

__version__ = "0.1.0"
