"""What slides are made of: the template, its type, tables and native charts."""
