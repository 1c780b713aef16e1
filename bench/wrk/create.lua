-- Arguments: the file with the body (%N% is replaced), the address, the word by which this run's bodies differ.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "said.lua")
local path, head, tail
local n = 0
local mark
local headers = { ["Content-Type"] = "application/json" }

function init(args)
  local file = io.open(args[1], "rb")
  local body = file:read("*a")
  file:close()
  path = args[2]
  mark = args[3]
  local at = body:find("%N%", 1, true)
  head, tail = body:sub(1, at - 1), body:sub(at + 3)
end

function request()
  n = n + 1
  return wrk.format("POST", path, headers, head .. mark .. n .. tail)
end
