package ai.rhesis.backend.platform.statistics;

/// The method by which a difference of paired runs was judged.
public enum PairedMethod {
    E_PROCESS,
    PPI,
    CLUSTER_T,
    MCNEMAR_MIDP,
    PAIRED_T,
    WILCOXON_PRATT
}
