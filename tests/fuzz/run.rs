//! How a target is run: by proptest, with seeds that are told.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};
use std::env;
use std::time::{Duration, Instant};

/// The seed of the test command: the same cases each time.
const SEED: u64 = 20;

/// How many cases a long run makes of a seed, before it takes the next.
const LONG: u32 = 2000;

/// Runs a target: with the fixed seed, or, where `ATLAS_FUZZ_SECONDS` says how long, with `ATLAS_FUZZ_SEED` and those that
/// follow.
pub fn target<S: Strategy>(name: &str, cases: u32, input: &S, check: fn(S::Value) -> TestCaseResult) {
    let seconds: Option<u64> = env::var("ATLAS_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let Some(seconds) = seconds else { return with(name, SEED, cases, input, check) };
    let first: u64 = env::var("ATLAS_FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(SEED);
    let (started, mut seed) = (Instant::now(), first);
    while started.elapsed() < Duration::from_secs(seconds) {
        with(name, seed, LONG.min(10 * cases), input, check);
        seed += 1;
    }
    println!("{name}: seeds {first} to {}, {} cases each, nothing found", seed - 1, LONG.min(10 * cases));
}

fn with<S: Strategy>(name: &str, seed: u64, cases: u32, input: &S, check: fn(S::Value) -> TestCaseResult) {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 5000, ..Config::default() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    if let Err(error) = TestRunner::new_with_rng(config, rng).run(input, check) {
        panic!("{name}, seed {seed}: {error}\nagain: cargo xtask fuzz --seed {seed} {name}");
    }
}
