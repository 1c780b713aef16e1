namespace Zhuoluo.Rooms.Calendars.Counting;

/// <summary>
/// Counts one run from its start: the limit, then each extension on from where the one before ended. Rules A3.2 and
/// decision 0003. Without a <paramref name="tale"/> it takes short cuts; the answer is the same.
/// </summary>
internal sealed class Counter(WorkingCalendar calendar, StoppedTime stopped, long start, DayTale? tale)
{
    private readonly long _start = start;
    private long _at = start;
    private int _day = Wall.Day(start);
    private bool _isBetweenDays;
    private int _counted;

    public bool IsProvisional { get; private set; }

    /// <summary>Where it ends, in ticks of the wall clock.</summary>
    public long End(LimitUnit unit)
    {
        if (_isBetweenDays)
        {
            Settle(unit);
        }
        return _at;
    }

    public void Count(Limit limit, LimitUnit before, bool isExtension)
    {
        if (limit.IsInDays)
        {
            if (!_isBetweenDays)
            {
                tale?.Add(_day, limit.Number == 0 ? DayReason.SameDay : DayReason.Start);
            }
            _isBetweenDays = true;
            CountDays(limit.Number, limit.Unit == LimitUnit.WorkingDay, isExtension);
            return;
        }
        if (_isBetweenDays)
        {
            Settle(before);
            _isBetweenDays = false;
        }
        var from = _at;
        _at = limit.Unit == LimitUnit.NaturalHour ? AddHours(limit.Number) : AddOfficeHours(limit.Number);
        _day = Wall.Day(_at);
        tale?.AddHours(from, _at, limit.Unit, isExtension);
    }

    private void CountDays(int number, bool workingOnly, bool isExtension)
    {
        var first = _day + 1;
        if (tale is null && stopped.IsEmpty)
        {
            _day = number == 0 ? _day : workingOnly ? calendar.WorkingDayAfter(_day, number) : _day + number;
            _counted += number;
        }
        else
        {
            for (var counted = 0; counted < number;)
            {
                _day++;
                if (workingOnly && !calendar.IsWorking(_day))
                {
                    tale?.AddRest(_day);
                }
                else if (stopped.StandsOver(calendar.EndOf(_day)))
                {
                    tale?.Add(_day, DayReason.Paused);
                }
                else
                {
                    counted++;
                    _counted++;
                    tale?.AddCounted(_day, _counted, isExtension);
                }
            }
        }
        IsProvisional |= workingOnly && number > 0 && calendar.IsProvisional(first, _day);
    }

    // The last day must be a working day on whose end the clock runs (Civil Code article 203). A limit of 0 days ends on the
    // start day itself if that still has an end to come; in natural days ("same day") it is not put off by a rest day.
    private void Settle(LimitUnit unit)
    {
        var last = _day;
        var isSameDay = _counted == 0;
        while (true)
        {
            var end = calendar.EndOf(_day);
            if (isSameDay && unit == LimitUnit.NaturalDay && end <= _start)
            {
                end = (_day + 1) * TimeSpan.TicksPerDay;
            }
            var isOpen = calendar.IsWorking(_day) || (isSameDay && unit == LimitUnit.NaturalDay);
            if (isOpen && end > _start && !stopped.StandsOver(end))
            {
                if (_day != last)
                {
                    tale?.Add(_day, DayReason.Moved);
                }
                _at = end;
                IsProvisional |= calendar.IsProvisional(last, _day);
                return;
            }
            if (_day != last)
            {
                tale?.AddPassed(_day, isOpen);
            }
            _day++;
        }
    }

    private long AddHours(int number)
    {
        var left = number * TimeSpan.TicksPerHour;
        return left == 0 ? _at : stopped.Advance(_at, long.MaxValue, ref left)!.Value;
    }

    private long AddOfficeHours(int number)
    {
        var left = number * TimeSpan.TicksPerHour;
        if (left == 0)
        {
            return _at;
        }
        for (var day = _day; ; day++)
        {
            if (!calendar.IsWorking(day))
            {
                continue;
            }
            foreach (var span in calendar.OfficeHours.On(DateOnly.FromDayNumber(day)).Open)
            {
                var midnight = day * TimeSpan.TicksPerDay;
                if (stopped.Advance(Math.Max(_at, midnight + span.From.Ticks), midnight + span.To.Ticks, ref left) is { } end)
                {
                    IsProvisional |= calendar.IsProvisional(_day, day);
                    return end;
                }
            }
        }
    }
}
