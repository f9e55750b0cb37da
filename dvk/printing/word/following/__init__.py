"""What the tags of a template do, followed through jinja's tree: what no template may hold, and what does not exist."""
