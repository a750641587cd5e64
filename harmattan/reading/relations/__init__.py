"""How actors stand to one another."""
