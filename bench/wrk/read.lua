-- Arguments: a file with one address a line, the session's cookie. Addresses are asked in a random order that is always the same.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "said.lua")
local paths = {}
local headers = {}

function init(args)
  for line in io.lines(args[1]) do
    paths[#paths + 1] = line
  end
  if args[2] and args[2] ~= "-" then
    headers["Cookie"] = args[2]
  end
  math.randomseed(20260302)
end

function request()
  return wrk.format("GET", paths[math.random(#paths)], headers)
end
