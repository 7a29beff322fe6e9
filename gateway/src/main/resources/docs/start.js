// "Authorize" takes the access token; it is kept in this page only and forgotten with it.
SwaggerUIBundle({
  url: "/openapi",
  dom_id: "#api",
  deepLinking: true,
  displayRequestDuration: true,
  persistAuthorization: false,
  validatorUrl: null,
});
