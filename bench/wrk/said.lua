-- Said at the end of a run, one line that a program reads. Times in microseconds.
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("SAID %d %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), e.status,
    e.connect + e.read + e.write + e.timeout))
end
