-- Asks a server the questions of a file in turn, over wrk's connections, and says what was seen:
--
--   WAYPOST_QUESTIONS=questions.txt wrk -t1 -c1 -d8s -s bench/questions.lua http://127.0.0.1:8080
--
-- The file is that of waypost_questions_bench: a class and a query string a line, a tab between.

local paths = {}
for line in io.lines(os.getenv("WAYPOST_QUESTIONS")) do
  paths[#paths + 1] = "/api/search?" .. line:match("\t(.*)$")
end

local asked = 0
request = function()
  asked = asked + 1
  return wrk.format("GET", paths[(asked - 1) % #paths + 1])
end

done = function(summary, latency)
  io.write(string.format("p50 %d us, p99 %d us, %.0f requests a second, %d not 200\n",
    latency:percentile(50), latency:percentile(99), summary.requests / (summary.duration / 1e6),
    summary.errors.status + summary.errors.connect + summary.errors.read +
      summary.errors.write + summary.errors.timeout))
end
