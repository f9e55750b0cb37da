"""Tables with titles that tell what stands in them, dvk's own and those of others, as the parts of a document."""
