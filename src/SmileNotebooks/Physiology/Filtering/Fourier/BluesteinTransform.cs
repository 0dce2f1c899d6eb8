// Fourier transforms of lengths with a large prime factor.
using System.Numerics;

namespace SmileNotebooks;

/// <summary>A transform as a convolution with a chirp (Bluestein, 1970), which is done with transforms of a power of two.</summary>
internal sealed class BluesteinTransform
{
    private readonly FourierTransform _inner;
    private readonly double[] _chirpRe;
    private readonly double[] _chirpIm;
    private readonly double[] _filterRe;
    private readonly double[] _filterIm;

    public BluesteinTransform(int length)
    {
        int room = (int)BitOperations.RoundUpToPowerOf2((uint)((2 * length) - 1));
        _inner = new FourierTransform(room);
        (_chirpRe, _chirpIm) = (new double[length], new double[length]);
        (_filterRe, _filterIm) = (new double[room], new double[room]);
        for (int k = 0; k < length; k++)
        {
            // The square is taken modulo the period while it is an integer, so that the angle keeps its digits.
            (double sine, double cosine) = Math.SinCos(Math.PI * ((long)k * k % (2L * length)) / length);
            (_chirpRe[k], _chirpIm[k]) = (cosine, -sine);
            (_filterRe[k], _filterIm[k]) = (cosine, sine);
            (_filterRe[(room - k) % room], _filterIm[(room - k) % room]) = (cosine, sine);
        }

        _inner.Forward(ref _filterRe, ref _filterIm);
    }

    public void Forward(double[] re, double[] im)
    {
        double[] workRe = new double[_inner.Length], workIm = new double[_inner.Length];
        for (int k = 0; k < re.Length; k++)
        {
            (workRe[k], workIm[k]) = ((re[k] * _chirpRe[k]) - (im[k] * _chirpIm[k]), (re[k] * _chirpIm[k]) + (im[k] * _chirpRe[k]));
        }

        _inner.Forward(ref workRe, ref workIm);
        for (int k = 0; k < workRe.Length; k++)
        {
            (workRe[k], workIm[k]) = ((workRe[k] * _filterRe[k]) - (workIm[k] * _filterIm[k]), (workRe[k] * _filterIm[k]) + (workIm[k] * _filterRe[k]));
        }

        _inner.InverseTimesLength(ref workRe, ref workIm);
        for (int k = 0; k < re.Length; k++)
        {
            double cosine = _chirpRe[k] / workRe.Length, sine = _chirpIm[k] / workRe.Length;
            (re[k], im[k]) = ((workRe[k] * cosine) - (workIm[k] * sine), (workRe[k] * sine) + (workIm[k] * cosine));
        }
    }
}
