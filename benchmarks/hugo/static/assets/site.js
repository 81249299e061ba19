// The benchmark measures pages, not their behaviour.
