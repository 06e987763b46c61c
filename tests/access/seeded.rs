//! Proof that the checks bite.
