"""Pages and forms, one module a subject, its forms inside it."""
