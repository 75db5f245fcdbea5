SwaggerUIBundle({
    url: '../openapi.json',
    dom_id: '#page',
    deepLinking: true,
    displayRequestDuration: true,
    docExpansion: 'none',
    filter: true,
    validatorUrl: null,
});
