namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>The check itself: it would be worth nothing if it let everything pass.</summary>
public sealed class QdrantContractTests
{
    [Theory]
    [InlineData("POST", "/collections/x/points/query", 0, """{"prefetch":[{"query":[0.5],"using":"m","limit":3}],"query":{"fusion":"rrf"},"limit":3}""", true)]
    [InlineData("POST", "/collections/x/points/query", 0, """{"prefetch":[{"query":[0.5],"using":"m","limit":3}],"query":{"fusion":"sum"},"limit":3}""", false)]
    [InlineData("POST", "/collections/x/points/query", 0, """{"prefetch":[{"query":[0.5],"uses":"m","limit":3}],"query":{"fusion":"rrf"}}""", false)]
    [InlineData("POST", "/collections/x/points/query", 0, """{"prefetch":[{"query":{"indices":[1],"values":[0.5]},"using":"words","filter":{"must":[{"key":"released","match":{"value":true}}]}}],"query":{"fusion":"rrf"}}""", true)]
    [InlineData("POST", "/collections/x/points/query", 0, """{"prefetch":[{"query":{"indices":[-1],"values":[0.5]},"using":"words"}],"query":{"fusion":"rrf"}}""", false)]
    [InlineData("POST", "/collections/x/points/query", 0, """{"prefetch":[{"query":[0.5],"filter":{"must":[{"key":"released","match":true}]}}],"query":{"fusion":"rrf"}}""", false)]
    [InlineData("POST", "/collections/aliases", 0, """{"actions":[{"create_alias":{"alias_name":"a","collection_name":"b"}}]}""", true)]
    [InlineData("POST", "/collections/aliases", 0, """{"actions":[{"create_alias":{"alias":"a","collection_name":"b"}}]}""", false)]
    [InlineData("PUT", "/collections/x", 0, """{"vectors":{"m":{"size":384,"distance":"Dot"}},"sparse_vectors":{"words":{}}}""", true)]
    [InlineData("PUT", "/collections/x", 0, """{"vectors":{"m":{"size":384,"distance":"Nearest"}}}""", false)]
    [InlineData("GET", "/aliases", 200, """{"result":{"aliases":[]},"status":"ok","time":0.1}""", true)]
    [InlineData("GET", "/aliases", 200, """{"result":{},"status":"ok","time":0.1}""", false)]
    [InlineData("GET", "/aliases", 0, """{}""", false)]
    [InlineData("GET", "/alias", 0, "", false)]
    public void The_description_tells_right_from_wrong(string method, string path, int status, string body, bool right)
    {
        Assert.SkipWhen(QdrantContract.Current is null, "Not part of the project: Qdrant's description. Put openapi.json of qdrant/qdrant (docs/redoc/master) into shared/qdrant beside the project.");

        Assert.Equal(right, QdrantContract.Current!.Check(method, path, status, body).Count == 0);
    }
}
