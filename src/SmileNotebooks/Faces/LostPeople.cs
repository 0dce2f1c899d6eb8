// Who is not seen at the moment.
namespace SmileNotebooks;

/// <summary>The people of a video who were followed and lost, for as long as they are remembered.</summary>
/// <param name="longestAbsence">Seconds.</param>
/// <param name="spare">Where those go who are forgotten, to be used again.</param>
internal sealed class LostPeople(double longestAbsence, Stack<FollowedFace> spare)
{
    private readonly List<FollowedFace> _people = [];

    /// <summary>Those who are remembered, in the order in which they were lost.</summary>
    public IReadOnlyList<FollowedFace> People => _people;

    public void Add(FollowedFace person)
    {
        if (longestAbsence > 0)
        {
            _people.Add(person);
        }
        else
        {
            spare.Push(person);
        }
    }

    /// <summary>Forgets those who have been away for too long.</summary>
    public void Forget(double time)
    {
        for (int i = _people.Count - 1; i >= 0; i--)
        {
            // A hair more than the limit: times are sums of decimal fractions.
            if (time - _people[i].SteadyAt > longestAbsence + 1e-9)
            {
                Remove(i);
            }
        }
    }

    /// <summary>Gives faces that have just been found the numbers of people who have come back, the likest pair first; the others get 0.</summary>
    /// <param name="faces">The followed faces.</param>
    /// <param name="first">Those from here on have just been found.</param>
    /// <param name="time">Seconds.</param>
    public void Recognise(List<FollowedFace> faces, int first, double time)
    {
        for (int i = first; i < faces.Count; i++)
        {
            faces[i].Id = 0;
        }

        while (true)
        {
            (double unlikeness, int face, int person) best = (1, -1, -1);
            for (int i = first; i < faces.Count; i++)
            {
                for (int j = 0; faces[i].Id == 0 && j < _people.Count; j++)
                {
                    double unlikeness = _people[j].UnlikenessTo(faces[i], time);
                    best = unlikeness < best.unlikeness ? (unlikeness, i, j) : best;
                }
            }

            if (best.face < 0)
            {
                return;
            }

            faces[best.face].Become(_people[best.person]);
            Remove(best.person);
        }
    }

    private void Remove(int index)
    {
        spare.Push(_people[index]);
        _people.RemoveAt(index);
    }
}
