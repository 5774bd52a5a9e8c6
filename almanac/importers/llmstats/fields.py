"""Fields: what each field of an LLM Stats record becomes, or why it is not carried over."""

from collections.abc import Iterator, Mapping, Sequence

METRICS = "qualitative_metrics"

FIELDS: Mapping[str, str] = {
    "input_context_size": "limits.context",
    "output_context_size": "limits.max_output, unless it repeats the longest input",
    "knowledge_cutoff": "lifecycle.knowledge_cutoff",
    "license": "weights.open and weights.licence",
    "param_count": "weights.parameters of open weights",
    "weights_link": "weights.url of open weights",
    METRICS: "results",
    f"{METRICS}.dataset_name": "results.benchmark, and what the name says of the variant or dataset",
    f"{METRICS}.score": "results.score, in the unit of the benchmark",
    f"{METRICS}.is_self_reported": "results.by",
    f"{METRICS}.analysis_method": "results.variant, harness, version or dataset where it names one",
    f"{METRICS}.date_recorded": "results.date",
    f"{METRICS}.source_link": "results.by, where it is a page of the lab's own",
    "release_date": "not carried over: often the first of the month; it only tells which dates can be right",
    "api_ref_link": "not carried over: an address that no fact needs",
    "canonical_model_id": "not carried over: its own way to join snapshots",
    "description": "not carried over: its sentence",
    "fine_tuned_from_model_id": "not carried over: what a model was made from has no place yet",
    "multimodal": "not carried over: does not say what goes in",
    "name": "not carried over: other catalogues come first",
    "paper_link": "not carried over: an address that no fact needs",
    "playground_link": "not carried over: an address that no fact needs",
    "repo_link": "not carried over: an address that no fact needs",
    "scorecard_blog_link": "not carried over: an address that no fact needs",
    "training_tokens": "not carried over: has no place yet",
    "web_hydrated": "not carried over: the state of its own record",
}


def names(record: Mapping[str, object]) -> Iterator[str]:
    """Yield every field name of a record, those of its metrics after a dot."""
    yield from record
    metrics = record.get(METRICS)
    for metric in metrics if isinstance(metrics, Sequence) else ():
        if isinstance(metric, Mapping):
            yield from (f"{METRICS}.{name}" for name in metric)
