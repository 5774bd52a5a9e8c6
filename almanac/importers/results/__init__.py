"""Results: what upstreams call a benchmark, and one figure of theirs as one result of ours."""
