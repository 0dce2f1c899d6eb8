namespace SmileNotebooks;

/// <summary>What is done with smiles of which nobody says who smiled.</summary>
public enum PersonPolicy
{
    /// <summary>They are refused: without people a classifier that knows people again looks like one that knows smiles.</summary>
    Required,

    /// <summary>Each clip counts as a person, and each row where there is no clip. Every report then carries a warning.</summary>
    EachClipItsOwn,
}
